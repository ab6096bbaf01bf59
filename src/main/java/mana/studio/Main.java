package mana.studio;

/** Starts the studio. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println(System.getProperty("java.version"));
    }
}
