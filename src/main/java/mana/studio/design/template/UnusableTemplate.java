package mana.studio.design.template;

/// A template asks for what is not there, or contradicts itself. The message says what, as a sentence.
public final class UnusableTemplate extends Exception {
    UnusableTemplate(String message) {
        super(message.replace("..", "."));
    }
}
