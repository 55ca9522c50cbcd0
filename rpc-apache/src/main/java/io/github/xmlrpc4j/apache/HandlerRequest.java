package io.github.xmlrpc4j.apache;

import java.util.List;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.XmlRpcRequestConfig;
import org.jspecify.annotations.Nullable;

/** A call as a handler of Apache's sees it. */
final class HandlerRequest implements XmlRpcRequest {
  private final XmlRpcRequestConfig config;
  private final String methodName;
  private final List<@Nullable Object> params;

  HandlerRequest(XmlRpcRequestConfig config, String methodName, List<@Nullable Object> params) {
    this.config = config;
    this.methodName = methodName;
    this.params = params;
  }

  @Override
  public XmlRpcRequestConfig getConfig() {
    return config;
  }

  @Override
  public String getMethodName() {
    return methodName;
  }

  @Override
  public int getParameterCount() {
    return params.size();
  }

  @Override
  public @Nullable Object getParameter(int index) {
    return params.get(index);
  }
}
