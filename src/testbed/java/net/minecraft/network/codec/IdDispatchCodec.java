package net.minecraft.network.codec;

import java.util.List;

/** Packets by their numbers. It only lists them: the embedded server encodes by itself. */
public final class IdDispatchCodec<B, V, T> implements StreamCodec<B, V> {
    private final List<Entry<B, V, T>> byId;

    public IdDispatchCodec(List<T> types) {
        this.byId = types.stream()
                .map(type -> new Entry<B, V, T>(new Unused<>(), type))
                .toList();
    }

    public int size() {
        return byId.size();
    }

    @Override
    public V decode(B input) {
        throw new UnsupportedOperationException("the embedded server decodes by itself");
    }

    @Override
    public void encode(B output, V value) {
        throw new UnsupportedOperationException("the embedded server encodes by itself");
    }

    private record Entry<B, V, T>(StreamCodec<B, V> serializer, T type) {}

    private static final class Unused<B, V> implements StreamCodec<B, V> {
        @Override
        public V decode(B input) {
            throw new UnsupportedOperationException("the embedded server decodes by itself");
        }

        @Override
        public void encode(B output, V value) {
            throw new UnsupportedOperationException("the embedded server encodes by itself");
        }
    }
}
