package dev.sluice;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * How much work something is, without a clock: the calls of and the jumps back within the classes of the engine. They are
 * loaded anew for it, with a counter at each, so that nothing of it is in the classes that others test. One thread.
 */
public final class CountedSteps {

    private static final int FEW = 500;
    private static final int TIMES = 16;
    private static final String COUNTED = "dev.sluice.engine.";

    /** Where the steps are counted: each loader has a class, and so a number, of its own. */
    public static final class Counter {
        private static long steps;

        private Counter() {}

        /** One step. */
        public static void step() {
            steps++;
        }

        /** All so far. */
        public static long steps() {
            return steps;
        }
    }

    private CountedSteps() {}

    /**
     * Fails unless sixteen times as much takes at most twice as many steps for each.
     *
     * @param work called with 500 and with 8 000; see {@link #of}
     */
    public static void assertLinear(Class<? extends IntConsumer> work) throws ReflectiveOperationException {
        long few = of(work, FEW);
        long many = of(work, TIMES * FEW);
        assertTrue(few > FEW, () -> "nothing was counted: " + few);
        assertTrue(many <= 2 * TIMES * few, TIMES + " times as many took " + many + " steps instead of " + few);
    }

    /**
     * How many steps a piece of work takes.
     *
     * @param work a class beside what it works with, made by its constructor without parameters
     * @param size what the work is called with
     */
    public static long of(Class<? extends IntConsumer> work, int size) throws ReflectiveOperationException {
        Loader loader = new Loader(work.getClassLoader());
        var constructor = loader.loadClass(work.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        ((IntConsumer) constructor.newInstance()).accept(size);
        return (long)
                loader.loadClass(Counter.class.getName()).getMethod("steps").invoke(null);
    }

    private static final class Loader extends ClassLoader {

        Loader(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean isCounter = name.equals(Counter.class.getName());
            if (!isCounter && !name.startsWith(COUNTED)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = bytesOf(name);
            byte[] mine = isCounter ? bytes : withCounter(bytes);
            return defineClass(name, mine, 0, mine.length);
        }

        private byte[] bytesOf(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] withCounter(byte[] original) {
            ClassFile format = ClassFile.of(
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(getParent())));
            return format.transformClass(
                    format.parse(original),
                    ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Counting::new)));
        }
    }

    /** Puts a step at a method's start and before each jump to what stands before it. */
    private static final class Counting implements CodeTransform {

        private static final ClassDesc COUNTER = ClassDesc.of(Counter.class.getName());

        private final Set<Label> passed = new HashSet<>();

        @Override
        public void atStart(CodeBuilder code) {
            code.invokestatic(COUNTER, "step", ConstantDescs.MTD_void);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof LabelTarget label) {
                passed.add(label.label());
            } else if (element instanceof BranchInstruction jump && passed.contains(jump.target())) {
                code.invokestatic(COUNTER, "step", ConstantDescs.MTD_void);
            }
            code.with(element);
        }
    }
}
