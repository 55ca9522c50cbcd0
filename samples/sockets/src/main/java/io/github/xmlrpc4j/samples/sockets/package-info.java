/** What lies beneath XML-RPC: network programs from datagrams up, one file each. */
@NullMarked
package io.github.xmlrpc4j.samples.sockets;

import org.jspecify.annotations.NullMarked;
