package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.contract.NonBlocking;
import io.github.xmlrpc4j.contract.RpcMethod;
import java.util.Arrays;
import java.util.List;

/** The methods of the payloads, typed. */
interface Methods {
  @RpcMethod(SmallCall.METHOD)
  int add(int... numbers);

  @RpcMethod("structs")
  List<Item> structs(List<Item> items);

  @RpcMethod("texts")
  List<String> texts(List<String> texts);

  @RpcMethod("ints")
  int[] ints(int[] numbers);

  @RpcMethod("integers")
  List<Integer> integers(List<Integer> numbers);

  @RpcMethod("base64")
  byte[] base64(byte[] bytes);

  /** The same, where the small method never waits. */
  interface Marked extends Methods {
    @Override
    @NonBlocking
    @RpcMethod(SmallCall.METHOD)
    int add(int... numbers);
  }

  /** What serves either. */
  final class Served implements Marked {
    @Override
    public int add(int... numbers) {
      return Arrays.stream(numbers).sum();
    }

    @Override
    public List<Item> structs(List<Item> items) {
      return items;
    }

    @Override
    public List<String> texts(List<String> texts) {
      return texts;
    }

    @Override
    public int[] ints(int[] numbers) {
      return numbers;
    }

    @Override
    public List<Integer> integers(List<Integer> numbers) {
      return numbers;
    }

    @Override
    public byte[] base64(byte[] bytes) {
      return bytes;
    }
  }
}
