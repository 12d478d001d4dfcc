package dev.sluice.protocollib;

/** A packet of the server is not shaped as docs/packets.md says. */
class ShapeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ShapeException(String message) {
        super(message);
    }

    ShapeException(String message, Throwable cause) {
        super(message, cause);
    }
}
