package io.github.xmlrpc4j;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a class file mentions, read from its constant pool, so that nothing hides in an
 * instruction that a tool does not look at (The Java Virtual Machine Specification, 4.4).
 *
 * @param name the class
 * @param mentions names of types, as {@code java.util.List}; members, as {@code
 *     java.util.List.size}; interfaces that it has, as {@code implements java.util.List}; methods
 *     without code, as {@code native wait}; the text of its strings
 */
record ClassFile(String name, Set<String> mentions) {
  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int FIELD_REF = 9;
  private static final int INTERFACE_METHOD_REF = 11;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int INVOKE_DYNAMIC = 18;

  /** What javac itself writes calls of: lambdas, sums of strings, the methods of records. */
  private static final Set<String> BOOTSTRAPS =
      Set.of(
          "java.lang.invoke.LambdaMetafactory",
          "java.lang.invoke.StringConcatFactory",
          "java.lang.runtime.ObjectMethods");

  private static final Pattern TYPE_IN_DESCRIPTOR = Pattern.compile("L([^;]+);");

  static ClassFile read(InputStream in) throws IOException {
    try (DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
      return new Reader(data).read();
    }
  }

  private static final class Reader {
    private final DataInputStream in;
    private final Set<String> mentions = new TreeSet<>();
    private int[] tags = {};
    private int[] first = {};
    private int[] second = {};
    private String[] texts = {};

    Reader(DataInputStream in) {
      this.in = in;
    }

    ClassFile read() throws IOException {
      in.skipNBytes(8);
      readPool();
      in.skipNBytes(2);
      String name = className(in.readUnsignedShort());
      in.skipNBytes(2);
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        mentions.add("implements " + className(in.readUnsignedShort()));
      }
      readMembers();
      readMembers();
      mentionPool();
      return new ClassFile(name, mentions);
    }

    private void readPool() throws IOException {
      int count = in.readUnsignedShort();
      tags = new int[count];
      first = new int[count];
      second = new int[count];
      texts = new String[count];
      for (int i = 1; i < count; i++) {
        tags[i] = in.readUnsignedByte();
        switch (tags[i]) {
          case UTF8 -> texts[i] = in.readUTF();
          case INTEGER, FLOAT -> in.skipNBytes(4);
          case LONG, DOUBLE -> {
            in.skipNBytes(8);
            // Takes two places.
            i++;
          }
          case METHOD_HANDLE -> {
            first[i] = in.readUnsignedByte();
            second[i] = in.readUnsignedShort();
          }
          default -> {
            first[i] = in.readUnsignedShort();
            boolean pair = tags[i] >= FIELD_REF && tags[i] <= INVOKE_DYNAMIC;
            second[i] = pair && tags[i] != METHOD_TYPE ? in.readUnsignedShort() : 0;
          }
        }
      }
    }

    private void readMembers() throws IOException {
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        int access = in.readUnsignedShort();
        String name = texts[in.readUnsignedShort()];
        mentionTypes(texts[in.readUnsignedShort()]);
        if (Modifier.isNative(access)) {
          mentions.add("native " + name);
        }
        for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
          in.skipNBytes(2);
          in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
        }
      }
    }

    private void mentionPool() {
      Set<Integer> bootstraps = new HashSet<>();
      for (int i = 1; i < tags.length; i++) {
        if (tags[i] == METHOD_HANDLE && BOOTSTRAPS.contains(className(first[second[i]]))) {
          bootstraps.add(second[i]);
        }
      }
      for (int i = 1; i < tags.length; i++) {
        switch (tags[i]) {
          case CLASS -> mentionClass(texts[first[i]]);
          case STRING -> mentions.add(texts[first[i]]);
          case METHOD_TYPE -> mentionTypes(texts[first[i]]);
          case INVOKE_DYNAMIC -> mentionTypes(texts[second[second[i]]]);
          default -> {
            if (tags[i] >= FIELD_REF
                && tags[i] <= INTERFACE_METHOD_REF
                && !bootstraps.contains(i)) {
              mentions.add(className(first[i]) + "." + texts[first[second[i]]]);
              mentionTypes(texts[second[second[i]]]);
            }
          }
        }
      }
    }

    /** Not those that javac's own calls name; who really uses one has a member of it. */
    private void mentionClass(String internal) {
      if (internal.startsWith("[")) {
        mentionTypes(internal);
      } else if (!internal.startsWith("java/lang/invoke/")
          && !internal.startsWith("java/lang/runtime/")) {
        mentions.add(internal.replace('/', '.'));
      }
    }

    private void mentionTypes(String descriptor) {
      Matcher types = TYPE_IN_DESCRIPTOR.matcher(descriptor);
      while (types.find()) {
        mentions.add(types.group(1).replace('/', '.'));
      }
    }

    private String className(int index) {
      return texts[first[index]].replace('/', '.');
    }
  }
}
