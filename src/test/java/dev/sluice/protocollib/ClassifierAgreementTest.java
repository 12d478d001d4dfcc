package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sluice.LogLines;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.oracle.ModelClassifier;
import dev.sluice.oracle.ModelPacket;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the oracle proves of its model's packets holds for the server's only if the plugin says the same of them. What the model has
 * no packets for (changes of game mode, equipment in full) is tested by itself.
 */
final class ClassifierAgreementTest {

    /** Packets whose blocks are elsewhere in the model, and why. */
    private static final Map<Class<? extends ModelPacket>, String> ELSEWHERE = Map.of(
            ModelPacket.BlockEvent.class, "the model's happen anywhere in a section",
            ModelPacket.Piston.class, "as any event of a block",
            ModelPacket.Song.class, "as any event of a block",
            ModelPacket.OpenSign.class, "nobody asks for the place of what is never held");

    private final PacketClassifier shipped = PacketClassifier.of(
            events().map(event -> event.server().getClass()).collect(Collectors.toUnmodifiableSet()),
            Map.of(),
            () -> 1,
            new LogLines().logger());

    static Stream<SameEvent> events() {
        return Stream.of(
                        SameChunkEvents.all(),
                        SameEntityEvents.all(),
                        SameEntityEvents.indexed(),
                        SameStreamEvents.all(),
                        SameBundles.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("events")
    void classify_sameEvent_saysTheSame(SameEvent event) {
        Said model = said(new ModelClassifier(true).classify(event.model()));
        Said server = said(shipped.classify(event.server()));
        if (model == null || server == null) {
            assertEquals(model, server, event::toString);
            return;
        }
        if (ELSEWHERE.containsKey(event.model().getClass())) {
            assertNotEquals(model.edit(), server.edit(), "no exception");
            model = model.anywhere();
            server = server.anywhere();
        }
        if (!event.sameLine()) {
            assertNotEquals(model.line(), server.line(), "the model's own line");
            model = model.ofAnyLine();
            server = server.ofAnyLine();
        }
        assertEquals(model, server, event::toString);
    }

    static List<SameEvent> indexed() {
        return SameEntityEvents.indexed();
    }

    /** Where no merged packet can be built. */
    @ParameterizedTest
    @MethodSource("indexed")
    void classify_sameEventOfValuesThatCannotBeRead_saysTheSame(SameEvent event) {
        Message model = Objects.requireNonNull(new ModelClassifier(false).classify(event.model()));
        Extractor plainer =
                ServerPackets.plainly(model.type().name(), event.server().getClass());
        assertEquals(Said.of(model), Said.of(plainer.extract(event.server())), event::toString);
    }

    @Test
    void report_ofTheServersClasses_readsAllOfThem() {
        assertEquals(List.of(), shipped.report().misshapen());
        assertEquals(List.of(), shipped.report().plainer());
        assertEquals(List.of("Unnamed"), shipped.report().passedThrough());
    }

    @Test
    void events_haveEveryKindOfModelPacket() {
        assertEquals(
                Arrays.stream(ModelPacket.class.getPermittedSubclasses()).collect(Collectors.toSet()),
                events().map(event -> event.model().getClass()).collect(Collectors.toSet()));
    }

    /** But for those that never wait, keep nothing waiting and tell nothing. */
    @Test
    void events_haveEveryLineOfTheTable() {
        Set<String> expected = new HashSet<>(Set.of(PacketTable.BUNDLE.name()));
        for (PacketRule rule : PacketTable.PACKETS) {
            if (rule.kind() != DeliveryKind.IMMEDIATE
                    || rule.effect() != WorldEffect.NONE
                    || !(rule.shape() instanceof PacketShape.Opaque)) {
                expected.add(rule.name());
            }
        }
        Set<String> compared = events().map(event -> shipped.classify(event.server()))
                .filter(Objects::nonNull)
                .map(message -> message.type().name())
                .collect(Collectors.toSet());
        expected.removeAll(compared);
        assertEquals(Set.of(), expected);
    }

    private static @Nullable Said said(@Nullable Message message) {
        return message == null ? null : Said.of(message);
    }
}
