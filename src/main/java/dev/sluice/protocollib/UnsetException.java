package dev.sluice.protocollib;

/** A field of the server's object is null where something was expected. */
final class UnsetException extends ShapeException {

    private static final long serialVersionUID = 1;

    UnsetException(String message) {
        super(message);
    }
}
