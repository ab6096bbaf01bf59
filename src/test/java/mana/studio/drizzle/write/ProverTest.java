package mana.studio.drizzle.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.write.Composition.Part;
import mana.studio.drizzle.write.Wish.Options;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProverTest {
    private static final String CHAIN = "CREATE SCHEMA auth; CREATE TABLE auth.users (id int PRIMARY KEY, email text);";
    private static final String DESIGN = CHAIN + "ALTER TABLE auth.users ADD COLUMN nick text;";

    private final Prover prover = new Prover();

    @TempDir
    private Path root;

    @AfterEach
    void end() throws Exception {
        prover.close();
    }

    @Test
    void findsThatAStatementOfOnesOwnDoesNotRun() throws Exception {
        OwnStatement wrong = new OwnStatement("UPDATE auth.users SET nobody = 1", null);
        Proof proof = prove(
                folder(CHAIN),
                ComposerTest.wish(CHAIN, DESIGN, new Options(false, false, false, false, List.of(wrong))));
        assertThat(proof)
                .isInstanceOfSatisfying(
                        Proof.Fails.class, fails -> assertThat(fails.message()).contains("nobody"));
    }

    @Test
    void findsThatAStatementOfOnesOwnMakesAnotherSchema() throws Exception {
        OwnStatement more = new OwnStatement("CREATE TABLE auth.more (id int)", null);
        Proof proof = prove(
                folder(CHAIN),
                ComposerTest.wish(CHAIN, DESIGN, new Options(false, false, false, false, List.of(more))));
        assertThat(proof).isInstanceOf(Proof.Different.class);
    }

    @Test
    void provesBehindTheChain() throws Exception {
        Proof proof = prove(folder(CHAIN), ComposerTest.wish(CHAIN, DESIGN, Options.PLAIN));
        assertThat(proof).isInstanceOf(Proof.Proven.class);
        assertThat(proof.words())
                .isEqualTo("Replayed behind the migration that is there: what comes out is the design.");
    }

    @Test
    void provesTheFirstOfAll() throws Exception {
        assertThat(prove(MigrationFolders.read(root), ComposerTest.wish("", CHAIN, Options.PLAIN)))
                .isInstanceOf(Proof.Proven.class);
    }

    @Test
    void namesTheFileThatDoesNotReplayAndProvesFromTheDatabase() throws Exception {
        Proof proof = prove(
                folder(CHAIN + "--> statement-breakpoint\nALTER TABLE gone ADD COLUMN x int;"),
                ComposerTest.wish(CHAIN, DESIGN, Options.PLAIN));
        assertThat(proof).isInstanceOf(Proof.ProvenFromDatabase.class);
        assertThat(proof.words()).contains("0000_init does not replay").contains("\"gone\" does not exist");
    }

    @Test
    void provesFromTheDatabaseWhatNeedsAnotherServicesTable() throws Exception {
        String both = "CREATE SCHEMA other; CREATE TABLE other.people (id int PRIMARY KEY);" + CHAIN;
        Proof proof = prove(
                folder(CHAIN),
                ComposerTest.wish(
                        both,
                        both + "ALTER TABLE auth.users ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES other.people;",
                        Options.PLAIN));
        assertThat(proof).isInstanceOf(Proof.ProvenFromDatabase.class);
        assertThat(proof.words()).contains("needs what the files do not make");
    }

    @Test
    void tellsDriftFromWhatTheMigrationDoes() throws Exception {
        String drifted = CHAIN + "ALTER TABLE auth.users ADD COLUMN by_hand int;";
        Proof proof = prove(
                folder(CHAIN),
                ComposerTest.wish(drifted, drifted + "ALTER TABLE auth.users ADD COLUMN nick text;", Options.PLAIN));
        assertThat(proof)
                .isInstanceOfSatisfying(
                        Proof.Drifted.class,
                        drift -> assertThat(drift.differences())
                                .containsExactly("ALTER TABLE auth.users ADD COLUMN by_hand integer"));
        assertThat(proof.isGood()).isFalse();
    }

    @Test
    void refusesWhatLeadsElsewhere() throws Exception {
        Composition right = Composer.compose(ComposerTest.wish(CHAIN, DESIGN, Options.PLAIN));
        Composition wrong = with(right, "ALTER TABLE auth.users ADD COLUMN nick varchar(3);");
        Proof proof = prover.prove(folder(CHAIN), wrong, new Cancellation());
        assertThat(proof)
                .isInstanceOfSatisfying(
                        Proof.Different.class,
                        different -> assertThat(different.differences())
                                .singleElement()
                                .asString()
                                .contains("nick"));
    }

    @Test
    void refusesWhatDoesNotRun() throws Exception {
        Composition right = Composer.compose(ComposerTest.wish(CHAIN, DESIGN, Options.PLAIN));
        Composition wrong = with(right, "CREATE INDEX CONCURRENTLY i ON auth.users (email);");
        Proof proof = prover.prove(folder(CHAIN), wrong, new Cancellation());
        assertThat(proof).isInstanceOf(Proof.Fails.class);
        assertThat(proof.words()).contains("cannot run inside a transaction block");
    }

    @Test
    void doesNotTakeForADifferenceWhatOnlyReadsOtherwise() throws Exception {
        Wish wish = ComposerTest.wish(CHAIN, CHAIN + "ALTER TABLE auth.users ADD CHECK (email <> 'x');", Options.PLAIN);
        mana.studio.schema.Database typed = wish.target()
                .withSchemas(wish.target().schemas().stream()
                        .map(schema -> schema.withTables(schema.tables().stream()
                                .map(table -> table.withConstraints(table.constraints().stream()
                                        .map(constraint ->
                                                constraint instanceof mana.studio.schema.Constraint.Check check
                                                        ? check.withExpression("email<>'x'")
                                                        : constraint)
                                        .toList()))
                                .toList()))
                        .toList());
        Wish asTyped = new Wish(wish.base(), typed, List.of(), List.of("auth"), "change", Options.PLAIN);
        assertThat(prove(folder(CHAIN), asTyped)).isInstanceOf(Proof.Proven.class);
    }

    private static Composition with(Composition composition, String sql) {
        Part part = composition.parts().getFirst();
        return new Composition(
                composition.wish(),
                composition.goal(),
                List.of(new Part(part.name(), List.of(sql), null, part.reached())),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Proof prove(MigrationFolder folder, Wish wish) throws Exception {
        return prover.prove(folder, Composer.compose(wish), new Cancellation());
    }

    private MigrationFolder folder(String sql) throws Exception {
        Folders.journal(root);
        Files.writeString(root.resolve("0000_init.sql"), sql);
        return MigrationFolders.read(root);
    }
}
