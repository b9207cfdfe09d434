package fr.porteouverte.http;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that the server cannot read, such as a header with an octet that none may have. By
 * itself it would answer a bare 400 before any of our filters. In its place goes one that can be
 * read and is refused: so it has its number and its words, and its turn among those before it.
 */
final class Unreadable {
  private static final String HEADER = "X-Unreadable";

  /** Known to nobody outside: who sends this header is not believed. */
  private static final String OURS = UUID.randomUUID() + " ";

  private static final Pattern HOST = Pattern.compile("[\\w.~%!$&'()*+,;=\\[\\]:-]*");

  private Unreadable() {}

  /** What the decoder lets through of other protocols, without a name or with two hosts is none. */
  static boolean isHttp(HttpRequest request) {
    return request.decoderResult().isSuccess()
        && request.protocolVersion().protocolName().equals("HTTP")
        && !request.headers().contains("")
        && hosts(request.headers().getAll(HttpHeaderNames.HOST));
  }

  /** One, of letters that a name may have (RFC 9112, 3.2); that there is none is said elsewhere. */
  private static boolean hosts(List<String> named) {
    return named.isEmpty() || (named.size() == 1 && HOST.matcher(named.get(0)).matches());
  }

  static HttpRequest inPlaceOf(HttpRequest broken) {
    HttpRequest readable =
        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/api/unreadable");
    readable.headers().set(HttpHeaderNames.HOST, "unreadable");
    readable.headers().set(HttpHeaderNames.CONNECTION, "close");
    readable.headers().set(HEADER, OURS + status(broken.decoderResult()));
    String language = broken.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE);
    if (language != null && language.chars().allMatch(one -> one >= ' ' && one < 0x7f)) {
      readable.headers().set(HttpHeaderNames.ACCEPT_LANGUAGE, language);
    }
    return readable;
  }

  private static int status(DecoderResult result) {
    if (result.isSuccess() || !(result.cause() instanceof TooLongFrameException)) {
      return 400;
    }
    return String.valueOf(result.cause().getMessage()).startsWith("An HTTP line is larger than")
        ? 414
        : 431;
  }

  /** With what it is refused; null: it was readable. */
  static @Nullable Integer status(HttpServerRequest request) {
    String said = request.getHeader(HEADER);
    return said == null || !said.startsWith(OURS)
        ? null
        : Integer.valueOf(said.substring(OURS.length()));
  }
}
