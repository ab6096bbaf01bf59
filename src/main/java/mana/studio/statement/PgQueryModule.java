package mana.studio.statement;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.ValType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import libpgquery.PgQueryMachine;

/// One instance of libpg_query, which is PostgreSQL's parser as WebAssembly, with what its C library asks of the
/// outside. Imports and exports have the short names that Emscripten gave them; the package's `libpg-query.js` says
/// which is which (`wasmImports`, `assignWasmExports`).
///
/// For one thread at a time. An instance whose call failed otherwise than by a syntax error is not to be used again.
final class PgQueryModule {
    private static final int PAGE = 65_536;
    /// Pages to begin with. The module asks for 2,048, and as it grows when it must, only clearing them takes its time.
    private static final int FIRST_PAGES = 256;
    private static final int MOST_PAGES = 16_384;
    /// Pages beyond what is asked for, so that a long script does not ask often.
    private static final int SPARE_PAGES = 16;
    /// What the build leaves of the module beside the classes: its data, and the three functions too long for a method.
    private static final WasmModule MODULE = load();

    private final Memory memory;
    private final ExportFunction allocate;
    private final ExportFunction free;
    private final ExportFunction parse;
    private final ExportFunction freeResult;

    /// C's `longjmp`: how the parser leaves with an error.
    private static final class LongJump extends RuntimeException {
        LongJump() {
            super(null, null, false, false);
        }
    }

    /// What libpg_query answers.
    sealed interface Answer {
        /// @param json the tree
        record Tree(String json) implements Answer {}

        /// @param cursor the number of the character (code point) where it stopped, from 1; 0 for none
        record Refusal(String message, int cursor) implements Answer {}
    }

    PgQueryModule() {
        Instance instance = Instance.builder(MODULE)
                .withImportValues(imports())
                .withMachineFactory(PgQueryMachine::new)
                .withMemoryFactory(_ -> new ByteArrayMemory(new MemoryLimits(FIRST_PAGES, MOST_PAGES)))
                .build();
        instance.export("A").apply();
        memory = instance.memory();
        allocate = instance.export("C");
        free = instance.export("E");
        parse = instance.export("F");
        freeResult = instance.export("G");
    }

    private static WasmModule load() {
        try (InputStream stream = PgQueryMachine.class.getResourceAsStream("PgQuery.meta")) {
            InputStream present = Objects.requireNonNull(stream, "the grammar is missing");
            // It was validated when it was compiled.
            return Parser.builder().withValidation(false).build().parse(() -> present);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Calls `pg_query_parse`.
    Answer parse(String sql) {
        byte[] text = sql.getBytes(StandardCharsets.UTF_8);
        int argument = (int) allocate.apply(text.length + 1)[0];
        memory.write(argument, text);
        memory.writeByte(argument + text.length, (byte) 0);
        // struct PgQueryParseResult { char *parse_tree; char *stderr_buffer; PgQueryError *error; }
        int result = (int) parse.apply(argument)[0];
        int error = memory.readInt(result + 8);
        // struct PgQueryError { char *message, *funcname, *filename; int lineno; int cursorpos; … }
        Answer answer = error == 0
                ? new Answer.Tree(text(memory.readInt(result)))
                : new Answer.Refusal(text(memory.readInt(error)), memory.readInt(error + 16));
        freeResult.apply(result);
        free.apply(argument);
        return answer;
    }

    private String text(int address) {
        return memory.readCString(address, StandardCharsets.UTF_8);
    }

    private static ImportValues imports() {
        return ImportValues.builder()
                .addFunction(
                        call("g", "i", "i"),
                        call("b", "ii", "i"),
                        call("a", "iii", "i"),
                        call("d", "iiii", "i"),
                        call("k", "iiiii", "i"),
                        call("l", "ii", "j"),
                        call("e", "i", ""),
                        call("f", "ii", ""),
                        call("h", "iii", ""),
                        call("j", "iiii", ""),
                        call("i", "iiiii", ""),
                        call("y", "iiiiii", ""),
                        call("n", "iiiiiiiiiiiiii", ""),
                        function("p", "", "", (instance, arguments) -> {
                            throw new LongJump();
                        }),
                        function("q", "i", "i", (instance, arguments) -> grow(instance.memory(), arguments[0])),
                        // The parser reads and writes no files; what it would print is dropped.
                        function("t", "iiii", "i", (instance, arguments) -> swallow(instance.memory(), arguments)),
                        function("r", "iiii", "i", PgQueryModule::zero),
                        function("s", "ijii", "i", PgQueryModule::zero),
                        function("u", "i", "i", PgQueryModule::zero),
                        function("o", "id", "i", PgQueryModule::zero),
                        function("w", "", "", (instance, arguments) -> new long[0]),
                        function("c", "iiii", "", PgQueryModule::abort),
                        function("m", "i", "", PgQueryModule::abort),
                        function("v", "i", "", PgQueryModule::abort),
                        function("x", "", "", PgQueryModule::abort))
                .build();
    }

    /// `invoke_…`: calls the function whose number in the table is the first argument; comes back when it jumps.
    private static HostFunction call(String name, String parameters, String result) {
        return function(name, parameters, result, (instance, arguments) -> {
            long stack = instance.export("R").apply()[0];
            try {
                int function = instance.table(0).ref((int) arguments[0]);
                return instance.getMachine().call(function, Arrays.copyOfRange(arguments, 1, arguments.length));
            } catch (LongJump jump) {
                instance.export("Q").apply(stack);
                instance.export("P").apply(1, 0);
                return new long[result.length()];
            }
        });
    }

    /// @param parameters a letter a type, as Emscripten writes them: int, long (`j`), double
    private static HostFunction function(String name, String parameters, String result, WasmFunctionHandle handle) {
        return new HostFunction("a", name, FunctionType.of(types(parameters), types(result)), handle);
    }

    private static List<ValType> types(String letters) {
        return letters.chars()
                .mapToObj(letter -> letter == 'i' ? ValType.I32 : letter == 'j' ? ValType.I64 : ValType.F64)
                .toList();
    }

    private static long[] grow(Memory memory, long bytes) {
        int pages = (int) ((Integer.toUnsignedLong((int) bytes) + PAGE - 1) / PAGE);
        int missing = pages - memory.pages();
        return new long[] {missing <= 0 || memory.grow(missing + SPARE_PAGES) >= 0 ? 1 : 0};
    }

    /// `fd_write`: says that every vector was written.
    private static long[] swallow(Memory memory, long[] arguments) {
        int total = 0;
        for (int vector = 0; vector < arguments[2]; vector++) {
            total += memory.readInt((int) arguments[1] + 8 * vector + 4);
        }
        memory.writeI32((int) arguments[3], total);
        return new long[] {0};
    }

    private static long[] zero(Instance instance, long[] arguments) {
        return new long[] {0};
    }

    private static long[] abort(Instance instance, long[] arguments) {
        throw new IllegalStateException("libpg_query gave up");
    }
}
