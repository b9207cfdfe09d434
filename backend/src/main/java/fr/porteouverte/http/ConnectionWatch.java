package fr.porteouverte.http;

import fr.porteouverte.problem.Problem;
import fr.porteouverte.problem.ProblemType;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one connection: since when a head is under way, the rest of a request is awaited
 * that was answered, or an answer is not taken.
 */
final class ConnectionWatch {
  private static final Logger LOG = Logger.getLogger(ConnectionWatch.class);
  private static final AttributeKey<ConnectionWatch> KEY =
      AttributeKey.valueOf(ConnectionWatch.class, "watch");
  private static final long NEVER = -1;

  private final Channel channel;
  private boolean listening;
  private long headSince = System.nanoTime();
  private long stuckSince = NEVER;
  private long waitedBefore;
  private long answeredSince = NEVER;
  private boolean inBody;
  private boolean served;

  private ConnectionWatch(Channel channel) {
    this.channel = channel;
  }

  /** Before the connection has any other handler: all its bytes come by here first. */
  static void begin(Channel channel) {
    ConnectionWatch watch = new ConnectionWatch(channel);
    channel.attr(KEY).set(watch);
    channel.pipeline().addFirst("bytes-arrive", watch.new BytesArrive());
  }

  /** Null: it came before the door was watched. On the event loop of the channel. */
  static @Nullable ConnectionWatch of(Channel channel) {
    return channel.attr(KEY).get();
  }

  /** An answer was given: if its request is still under way, it has a moment to end. */
  static void answered(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    channel
        .eventLoop()
        .execute(
            () -> {
              ConnectionWatch watch = of(channel);
              if (watch != null && watch.served && watch.inBody) {
                watch.answeredSince = System.nanoTime();
              }
            });
  }

  void look(Duration headWithin, Duration bodyWithin, Duration answerWithin) {
    if (isOver(answeredSince, bodyWithin)) {
      LOG.debug("A request did not end after it was answered");
      channel.close();
    }
    if (isOver(headSince, headWithin)) {
      LOG.debug("The head of a request did not arrive in time");
      hangUp();
    }
    long waiting = waiting();
    boolean taken = channel.isWritable() && (waiting == 0 || waiting != waitedBefore);
    waitedBefore = waiting;
    if (taken) {
      stuckSince = NEVER;
    } else if (stuckSince == NEVER) {
      stuckSince = System.nanoTime();
    } else if (isOver(stuckSince, answerWithin)) {
      LOG.debug("An answer was not taken in time");
      cut();
    }
  }

  /** Bytes that the system does not take, as their reader takes none. */
  private long waiting() {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }

  /**
   * At once. Closed in the usual way it would first send what waits: to one who takes nothing,
   * never.
   */
  private void cut() {
    ChannelHandlerContext first = channel.pipeline().context("bytes-arrive");
    if (first == null) {
      channel.close();
    } else {
      first.close();
    }
  }

  private static boolean isOver(long since, Duration within) {
    return since != NEVER && System.nanoTime() - since > within.toNanos();
  }

  private void hangUp() {
    ChannelHandlerContext first = channel.pipeline().context("bytes-arrive");
    if (served || first == null) {
      channel.close();
      return;
    }
    ProblemType late = ProblemType.REQUEST_TIMEOUT;
    String body =
        "{\"type\":\"/problems/request-timeout\",\"title\":\"%s\",\"status\":%d}"
            .formatted(late.title().fr(), late.status());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 408 Request Timeout\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(Problem.MEDIA_TYPE, bytes.length);
    headSince = NEVER;
    first
        .writeAndFlush(Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), bytes))
        .addListener(ChannelFutureListener.CLOSE);
  }

  /** Before the decoder: bytes go in. */
  private final class BytesArrive extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      if (!listening) {
        listening = true;
        listenBehindTheDecoder(context);
      }
      if (headSince == NEVER && !inBody) {
        headSince = System.nanoTime();
      }
      context.fireChannelRead(bytes);
    }

    private void listenBehindTheDecoder(ChannelHandlerContext context) {
      ChannelHandlerContext decoder = context.pipeline().context(HttpRequestDecoder.class);
      if (decoder != null) {
        context.pipeline().addAfter(decoder.name(), "head-arrived", new HeadArrived());
      } else {
        inBody = true; // no HTTP/1.1: nothing is known of heads
        headSince = NEVER;
      }
    }
  }

  /** Behind the decoder: a head comes out when it is whole. */
  private final class HeadArrived extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
      if (part instanceof HttpRequest request) {
        headSince = NEVER;
        answeredSince = NEVER;
        served = true;
        inBody = true;
        if (!Unreadable.isHttp(request)) {
          inBody = false;
          context.fireChannelRead(Unreadable.inPlaceOf(request));
          context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
          ReferenceCountUtil.release(part);
          return;
        }
      }
      if (part instanceof HttpContent content && content.decoderResult().isFailure()) {
        // Whoever refuses its body says so; the server would only hang up. What follows is
        // unreadable.
        inBody = false;
        headSince = System.nanoTime();
        ReferenceCountUtil.release(part);
        context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        return;
      }
      if (part instanceof LastHttpContent) {
        inBody = false;
        answeredSince = NEVER;
      }
      context.fireChannelRead(part);
    }
  }
}
