package mana.studio.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    cannot reach postgres://ann:s3cret@db:5432/app now    | cannot reach postgres://ann:•••@db:5432/app now
                    jdbc:postgresql://ann:s3%40cret@db/app?sslmode=require | jdbc:postgresql://ann:•••@db/app?sslmode=require
                    postgresql://ann:s3@cr/e:t@db/app                     | postgresql://ann:•••@db/app
                    POSTGRES://:s3cret@db                                 | POSTGRES://:•••@db
                    jdbc:postgresql://db/app?user=ann&password=s3cret&ssl=true | jdbc:postgresql://db/app?user=ann&password=•••&ssl=true
                    host=db password=s3cret user=ann                      | host=db password=••• user=ann
                    host=db password = 's3 cr''et' user=ann               | host=db password = ••• user=ann
                    PGPASSWORD=s3,cr;et psql                              | PGPASSWORD=••• psql
                    {"user":"ann","password":"s3 \\"cret\\"","port":1}    | {"user":"ann","password":•••,"port":1}
                    sslpassword: s3cret                                   | sslpassword: •••
                    ALTER ROLE ann ENCRYPTED PASSWORD 's3cret' LOGIN      | ALTER ROLE ann ENCRYPTED PASSWORD ••• LOGIN
                    db:5432:app:ann:s3cret                                | db:5432:app:ann:•••
                    line 3: *:*:*:ann:s3:cret                             | line 3: *:*:*:ann:•••
                    """)
    void hidesPasswordsOnly(String text, String masked) {
        assertThat(Mask.passwords(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FATAL: password authentication failed for user \"ann\"",
                "postgres://ann@db:5432/app",
                "at mana.studio.Main.main(Main.java:12)",
                "2026-11-21T10:00:38.123+01:00 connected to [::1]:5432",
                "the passenger list has 12:30:45 in it",
                "column users.password_hash is text"
            })
    void leavesOtherTextAlone(String text) {
        assertThat(Mask.passwords(text)).isEqualTo(text);
    }

    @Test
    void copesWithAMegabyte() {
        String unfinished = "postgres://ann:" + "x:".repeat(500_000);
        String quoted = "password='" + "x ".repeat(500_000) + "'";

        assertThat(Mask.passwords(unfinished)).isEqualTo(unfinished);
        assertThat(Mask.passwords(quoted)).isEqualTo("password=•••");
    }
}
