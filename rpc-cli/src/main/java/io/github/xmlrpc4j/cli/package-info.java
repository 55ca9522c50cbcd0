/** The command {@code xmlrpc}: {@link io.github.xmlrpc4j.cli.XmlRpc}. */
@NullMarked
package io.github.xmlrpc4j.cli;

import org.jspecify.annotations.NullMarked;
