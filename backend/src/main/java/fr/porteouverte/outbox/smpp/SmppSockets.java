package fr.porteouverte.outbox.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;

/**
 * Connections that end by themselves when nobody answers, with the certificate checked for the
 * host's name: jSMPP's own do neither.
 *
 * @param trust null: without TLS
 */
record SmppSockets(@Nullable SSLContext trust, Duration timeout) implements ConnectionFactory {
  @Override
  public Connection createConnection(String host, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(timeout.toMillis()));
      return new SocketConnection(trust == null ? socket : secured(socket, host, port, trust));
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  private Socket secured(Socket plain, String host, int port, SSLContext trusted)
      throws IOException {
    plain.setSoTimeout(Math.toIntExact(timeout.toMillis()));
    SSLSocket secured =
        (SSLSocket) trusted.getSocketFactory().createSocket(plain, host, port, true);
    SSLParameters checks = secured.getSSLParameters();
    checks.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(checks);
    secured.startHandshake();
    return secured;
  }
}
