package mana.studio.ui.locks;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A notification of the desktop, by the tool the system has for that. Where there is none, the one over the window
/// must
/// do.
final class DesktopNotice {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopNotice.class);
    private static final long PATIENCE = 10;

    private DesktopNotice() {}

    static void send(Background background, String title, String text) {
        background.start(Job.of("Notifying the desktop", _ -> {
                    Process tool = new ProcessBuilder(command(System.getProperty("os.name"), title, text))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
                    if (!tool.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                        tool.destroy();
                    }
                    return title;
                })
                .quietly()
                .whenFailed(absent -> LOG.debug("No desktop notification: {}", absent.getMessage())));
    }

    /// Text is handed over as arguments, never as part of a program, except where a program is all there is.
    static List<String> command(String system, String title, String text) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return List.of(
                    "osascript",
                    "-e",
                    "on run argv",
                    "-e",
                    "display notification (item 2 of argv) with title (item 1 of argv)",
                    "-e",
                    "end run",
                    title,
                    text);
        }
        if (name.contains("win")) {
            return List.of("powershell", "-NoProfile", "-Command", balloon(title, text));
        }
        return List.of("notify-send", "--urgency=critical", "--app-name=Mana Schema Studio", "--", title, text);
    }

    private static String balloon(String title, String text) {
        return "Add-Type -AssemblyName System.Windows.Forms; $n = New-Object System.Windows.Forms.NotifyIcon; "
                + "$n.Icon = [System.Drawing.SystemIcons]::Warning; $n.Visible = $true; $n.ShowBalloonTip(10000, "
                + quoted(title) + ", " + quoted(text)
                + ", [System.Windows.Forms.ToolTipIcon]::Warning); Start-Sleep 5; $n.Dispose()";
    }

    /// Inside single quotes PowerShell reads nothing but the quote itself, of which it knows several kinds.
    private static String quoted(String text) {
        return "'" + text.replaceAll("['\u2018\u2019\u201A\u201B]", "''").replaceAll("\\R", " ") + "'";
    }
}
