package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.client.TypeRef;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Value;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What is called in the comparisons, each time with the same content. */
public enum Payload {
  /** About 330 bytes. */
  SMALL("small call", SmallCall.METHOD) {
    @Override
    Type type() {
      return int.class;
    }

    @Override
    List<Value> params() {
      return IntStream.rangeClosed(1, 5).mapToObj(Value::of).toList();
    }
  },
  /** 1,000 structs of four members. */
  STRUCTS("1,000 structs", "structs") {
    @Override
    Type type() {
      return new TypeRef<List<Item>>() {}.type();
    }

    @Override
    List<Value> params() {
      return array(1_000, number -> Item.of("item number " + number, number).asValue());
    }
  },
  /**
   * Strings with references in them, most of them beyond Latin, and all in the basic plane, since
   * Apache's writer breaks characters beyond it.
   */
  TEXTS("1,000 strings", "texts") {
    @Override
    Type type() {
      return new TypeRef<List<String>>() {}.type();
    }

    @Override
    List<Value> params() {
      return array(1_000, number -> Value.of(String.format(line(number), number)));
    }

    private String line(int number) {
      return switch (number % 5) {
        case 0 -> "Заказ № %d: <принят> & оплачен, доставка до двери в пятницу после обеда";
        case 1 -> "注文番号 %d は <発送済み> & 支払い済みです。お届けは金曜日の午後になります";
        case 2 -> "Η παραγγελία %d είναι <έτοιμη> & πληρωμένη, παράδοση την Παρασκευή";
        case 3 -> "if (a < %d && b > c) { return \"R&D\" <= x; } // 100 %% & <b>more</b>; ×÷±§ äöü";
        default -> "الطلب رقم %d <جاهز> & مدفوع، والتسليم يوم الجمعة بعد الظهر";
      };
    }
  },
  /** 1,000,000 ints, about 30 MB. */
  INTS("1,000,000 ints", "ints") {
    @Override
    Type type() {
      return int[].class;
    }

    @Override
    List<Value> params() {
      return List.of(new Value.Array(ints().mapToObj(Value::of).toList()));
    }
  },
  /** 16 MiB of bytes, about 22 MB as base64. */
  BASE64("16 MiB of base64", "base64") {
    @Override
    Type type() {
      return byte[].class;
    }

    @Override
    List<Value> params() {
      return List.of(Value.Bytes.of(bytes()));
    }
  };

  private final String title;
  private final String method;

  Payload(String title, String method) {
    this.title = title;
    this.method = method;
  }

  /** The parameters. */
  abstract List<Value> params();

  /** Its name in the results. */
  String title() {
    return title;
  }

  /** The method, which answers with its one parameter, or with the sum of its five. */
  String method() {
    return method;
  }

  /** The Java type of each parameter. */
  abstract Type type();

  MethodCall call() {
    return new MethodCall(method, params());
  }

  /** The value that the method answers with. */
  Value result() {
    return this == SMALL ? Value.of(SmallCall.SUM) : params().get(0);
  }

  boolean isLarge() {
    return this == INTS || this == BASE64;
  }

  static IntStream ints() {
    return IntStream.range(0, 1_000_000).map(number -> number * 37 % 10_000);
  }

  static byte[] bytes() {
    byte[] bytes = new byte[16 << 20];
    new Random(6).nextBytes(bytes);
    return bytes;
  }

  private static List<Value> array(int size, IntFunction<Value> element) {
    Value[] values = new Value[size];
    Arrays.setAll(values, element);
    return Collections.singletonList(Value.Array.of(values));
  }
}
