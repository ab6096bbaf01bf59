package mana.studio.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CatalogQueryTest {
    @Test
    void asksOldServersForNothingNew() {
        assertThat(CatalogQuery.text("constraints", 140_011))
                .doesNotContain("conenforced", "conperiod", "confdelsetcols", "[[", "]]");
        assertThat(CatalogQuery.text("indexes", 140_011)).doesNotContain("indnullsnotdistinct");
        assertThat(CatalogQuery.text("columns", 130_021)).doesNotContain("attcompression");
    }

    @Test
    void asksNewServersForAllTheyHave() {
        assertThat(CatalogQuery.text("constraints", 180_000)).contains("conenforced", "conperiod", "confdelsetcols");
        assertThat(CatalogQuery.text("indexes", 150_000)).contains("indnullsnotdistinct");
        assertThat(CatalogQuery.text("columns", 140_000)).contains("attcompression");
    }

    @Test
    void knowsNoOtherQuery() {
        assertThatThrownBy(() -> CatalogQuery.text("nothing", 180_000)).hasMessageContaining("nothing.sql");
    }
}
