package dev.sluice.paper.config;

/**
 * One thing that is wrong in config.yml.
 *
 * @param path where, such as {@code classes.chat.share}, or {@code config.yml} for the file as a whole
 * @param found what was read, as written
 * @param used what is used instead, as it would be written
 * @param hint what is expected, or what to do
 */
public record ConfigProblem(String path, String found, String used, String hint) {

    /** One line for people. */
    @Override
    public String toString() {
        return path + ": found " + found + ", using " + used + ". " + hint;
    }
}
