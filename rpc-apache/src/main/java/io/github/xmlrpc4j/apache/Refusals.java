package io.github.xmlrpc4j.apache;

import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.common.TypeFactoryImpl;
import org.apache.xmlrpc.common.XmlRpcController;

/** The settings of Apache XML-RPC that this wire cannot honour. They are refused by their names. */
final class Refusals {
  private Refusals() {}

  static void checkExceptions(boolean enabledForExceptions) throws XmlRpcException {
    if (enabledForExceptions) {
      throw new XmlRpcException(
          "enabledForExceptions: true (expected: false; with it a program deserialises the Java"
              + " objects that its peer sends, CVE-2019-17570)");
    }
  }

  static void checkTypeFactory(XmlRpcController controller) throws XmlRpcException {
    Class<?> type = controller.getTypeFactory().getClass();
    if (type != TypeFactoryImpl.class) {
      throw new XmlRpcException(
          "typeFactory: "
              + type.getName()
              + " (expected: none of one's own; ApacheCodec tells how values map, others are to be"
              + " converted before the call)");
    }
  }

  static void checkWriterFactory(Object factory, Class<?> own) throws XmlRpcException {
    if (factory.getClass() != own) {
      throw new XmlRpcException(
          "xmlWriterFactory: "
              + factory.getClass().getName()
              + " (expected: none of one's own; xmlrpc4j writes documents itself)");
    }
  }

  static void checkEncoding(String encoding) throws XmlRpcException {
    if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
      throw new XmlRpcException(
          "encoding: " + encoding + " (expected: UTF-8 or none; xmlrpc4j writes no other)");
    }
  }
}
