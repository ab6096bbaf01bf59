package mana.studio.ui.locks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DesktopNoticeTest {
    private static final String NAMED_TO_HARM = "x'; Remove-Item C:\\ # \u2019; y";

    @Test
    void handsTextOverAsArgumentsWhereItCan() {
        assertThat(DesktopNotice.command("Linux", "-title", "$(text)")).endsWith("--", "-title", "$(text)");
        assertThat(DesktopNotice.command("Mac OS X", "\" & title", "text")).endsWith("end run", "\" & title", "text");
    }

    @Test
    void letsNoApplicationsNameWriteAProgram() {
        assertThat(DesktopNotice.command("Windows 11", NAMED_TO_HARM, "text").getLast())
                .contains("'x''; Remove-Item C:\\ # ''; y'");
    }
}
