package fr.porteouverte.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where a name leads just now. */
interface Resolver {
  InetAddress[] addresses(String name) throws UnknownHostException;
}
