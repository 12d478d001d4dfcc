package dev.sluice;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects the members that classes link to when they run. */
final class References extends ClassVisitor {

    /**
     * One link.
     *
     * @param from the class it stands in
     * @param owner the class it names
     * @param member name and descriptor; a field's have a space between them; empty for the class itself
     */
    record Reference(String from, String owner, String member, boolean isStatic, boolean isInterface)
            implements Comparable<Reference> {
        @Override
        public int compareTo(Reference other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return from + " -> " + owner + "." + member + (isStatic ? " (static)" : "");
        }
    }

    private final Set<Reference> found = new TreeSet<>();
    private String from = "";

    References() {
        super(Opcodes.ASM9);
    }

    Set<Reference> in(byte[] bytes) {
        new ClassReader(bytes).accept(this, ClassReader.SKIP_DEBUG);
        return found;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        from = name;
        if (superName != null) {
            type(superName);
        }
        for (String implemented : interfaces == null ? new String[0] : interfaces) {
            type(implemented);
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        descriptor(descriptor);
        return new Code();
    }

    private void type(String name) {
        found.add(new Reference(from, name, "", false, false));
    }

    private void descriptor(String descriptor) {
        Type type = Type.getType(descriptor);
        if (type.getSort() == Type.METHOD) {
            for (Type argument : type.getArgumentTypes()) {
                type(argument);
            }
            type(type.getReturnType());
        } else {
            type(type);
        }
    }

    private void type(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            type(element.getInternalName());
        }
    }

    private void constant(Object value) {
        switch (value) {
            case Handle handle -> handle(handle);
            case Type type when type.getSort() == Type.METHOD -> descriptor(type.getDescriptor());
            case Type type -> type(type);
            case ConstantDynamic dynamic -> handle(dynamic.getBootstrapMethod());
            default -> {}
        }
    }

    private void handle(Handle handle) {
        boolean field = handle.getTag() <= Opcodes.H_PUTSTATIC;
        boolean isStatic = handle.getTag() == Opcodes.H_GETSTATIC
                || handle.getTag() == Opcodes.H_PUTSTATIC
                || handle.getTag() == Opcodes.H_INVOKESTATIC;
        found.add(new Reference(
                from,
                handle.getOwner(),
                handle.getName() + (field ? " " : "") + handle.getDesc(),
                isStatic,
                handle.isInterface()));
    }

    /** The instructions that link. */
    private final class Code extends MethodVisitor {
        Code() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (!owner.startsWith("[")) {
                found.add(new Reference(from, owner, name + descriptor, opcode == Opcodes.INVOKESTATIC, isInterface));
            }
            descriptor(descriptor);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
            found.add(new Reference(from, owner, name + " " + descriptor, isStatic, false));
            descriptor(descriptor);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            type(Type.getObjectType(type));
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            descriptor(descriptor);
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }
    }
}
