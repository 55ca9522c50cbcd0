/**
 * What a server tells of itself to those who look at it in a browser or in a tool: an HTML page and
 * an OpenAPI description, as text. How they are asked for and carried is the business of {@code
 * server.jetty}.
 */
@NullMarked
package io.github.xmlrpc4j.server.page;

import org.jspecify.annotations.NullMarked;
