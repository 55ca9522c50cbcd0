package io.github.xmlrpc4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/**
 * What no shipped class may do, one class each, so that the rules against it can be seen to work.
 */
final class Offences {
  private Offences() {}

  static final class ReadsObjects {
    Object read(InputStream in) throws IOException, ClassNotFoundException {
      return new ObjectInputStream(in).readObject();
    }
  }

  static final class CanBeWrittenAsObject implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  static final class FindsClassesByName {
    Function<String, Object> finder() {
      return name -> {
        try {
          return Class.forName(name);
        } catch (ClassNotFoundException e) {
          return e;
        }
      };
    }
  }

  static final class LoadsClasses {
    Class<?> load(ClassLoader loader) throws ClassNotFoundException {
      return loader.loadClass("java.lang.String");
    }
  }

  static final class StartsPrograms {
    Process start() throws IOException {
      return Runtime.getRuntime().exec(new String[] {"true"});
    }
  }

  static final class BuildsPrograms {
    Process start() throws IOException {
      return new ProcessBuilder("true").start();
    }
  }

  static final class RunsScripts {
    Object run(String text) throws ScriptException {
      return new ScriptEngineManager().getEngineByName("js").eval(text);
    }
  }

  static final class LooksUpNames {
    Object look(String name) throws NamingException {
      return new InitialContext().lookup(name);
    }
  }

  static final class ParsesXml {
    Object parse(InputStream in) throws IOException, ParserConfigurationException, SAXException {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      return builder.parse(in);
    }
  }

  static final class ReachesIntoMemory {
    String name() {
      return "sun.misc.Unsafe";
    }
  }

  static final class HasNativeCode {
    native void run();
  }

  static final class LoadsNativeCode {
    void load() {
      System.loadLibrary("x");
    }
  }

  static final class CallsByReflection {
    Object call(Object target, String name) throws ReflectiveOperationException {
      return target.getClass().getMethod(name).invoke(target);
    }
  }

  static final class CallsByHandle {
    int call(Object target) throws Throwable {
      return (int)
          MethodHandles.lookup()
              .findVirtual(Object.class, "hashCode", MethodType.methodType(int.class))
              .invoke(target);
    }
  }
}
