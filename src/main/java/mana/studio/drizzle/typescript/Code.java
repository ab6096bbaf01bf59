package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.List;

/// An expression of TypeScript, before it is broken into lines.
sealed interface Code {
    /// Verbatim; may hold lines of its own, which are never indented (a template is a value).
    record Text(String text) implements Code {}

    /// `function(a, b)`.
    record Call(String function, List<Code> arguments) implements Code {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// `head.a(…).b(…)`.
    record Chain(Code head, List<Call> links) implements Code {
        public Chain {
            links = List.copyOf(links);
        }
    }

    /// `{ key: value }`.
    ///
    /// @param open each property on a line of its own, even where all would fit into one
    record Braces(List<Property> properties, boolean open) implements Code {
        public Braces {
            properties = List.copyOf(properties);
        }
    }

    record Property(String key, Code value) {}

    /// `[a, b]`.
    record Brackets(List<Code> elements) implements Code {
        public Brackets {
            elements = List.copyOf(elements);
        }
    }

    /// `(parameters) => body`.
    record Arrow(String parameters, Code body) implements Code {}

    static Code text(String text) {
        return new Text(text);
    }

    /// A string in single quotes.
    static Code string(String value) {
        return new Text(Literals.string(value));
    }

    static Call call(String function, Code... arguments) {
        return new Call(function, List.of(arguments));
    }

    static Code chain(Code head, List<Call> links) {
        return links.isEmpty() ? head : new Chain(head, links);
    }

    static Braces braces(List<Property> properties) {
        return new Braces(properties, false);
    }

    static Code brackets(List<? extends Code> elements) {
        return new Brackets(new ArrayList<>(elements));
    }

    static Code strings(List<String> values) {
        return brackets(values.stream().map(Code::string).toList());
    }

    static Code references(List<String> values) {
        return brackets(values.stream().map(Code::text).toList());
    }
}
