package mana.studio.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mana.studio.schema.Privileges;
import mana.studio.schema.Privileges.Grant;
import org.junit.jupiter.api.Test;

class AclTextTest {
    private final AclText acls = new AclText(180_006);

    @Test
    void readsGrantOptionsAndQuotedRoles() {
        assertThat(acls.read("{\"\\\"a \\\"\\\"b\\\"=r*w/owner\"}", AclText.Kind.RELATION, "owner"))
                .isEqualTo(new Privileges(
                        false,
                        List.of(new Grant("a \"b", List.of("SELECT", "UPDATE"), List.of("SELECT"), "owner"))));
    }

    @Test
    void callsTheBuiltInPrivilegesDefaults() {
        assertThat(acls.read(null, AclText.Kind.RELATION, "owner")).isEqualTo(Privileges.DEFAULT);
        assertThat(acls.read("{owner=arwdDxtm/owner}", AclText.Kind.RELATION, "owner")).isEqualTo(Privileges.DEFAULT);
        assertThat(acls.read("{owner=X/owner,=X/owner}", AclText.Kind.ROUTINE, "owner"))
                .isEqualTo(Privileges.DEFAULT);
    }

    @Test
    void seesThatTheOwnerGaveUpMaintainOnlyWhereItExists() {
        String acl = "{owner=arwdDxt/owner}";
        assertThat(acls.read(acl, AclText.Kind.RELATION, "owner").defaults()).isFalse();
        assertThat(new AclText(160_000).read(acl, AclText.Kind.RELATION, "owner").defaults()).isTrue();
    }

    @Test
    void tellsNoPrivilegesFromTheDefaults() {
        assertThat(acls.read("{}", AclText.Kind.ROUTINE, "owner")).isEqualTo(new Privileges(false, List.of()));
    }
}
