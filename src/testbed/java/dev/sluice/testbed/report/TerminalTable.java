package dev.sluice.testbed.report;

import java.io.PrintStream;
import java.util.List;

/** Draws the live table: in place on a terminal, again and again elsewhere. One thread. */
public final class TerminalTable {
    private final PrintStream out;
    private final boolean inPlace;
    private int drawnLines;

    public TerminalTable(PrintStream out, boolean inPlace) {
        this.out = out;
        this.inPlace = inPlace;
    }

    public void draw(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (inPlace && drawnLines > 0) {
            text.append("\033[").append(drawnLines).append("A\r\033[J");
        }
        lines.forEach(line -> text.append(line).append('\n'));
        out.print(text);
        out.flush();
        drawnLines = lines.size();
    }
}
