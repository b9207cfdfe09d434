package fr.porteouverte.http;

import fr.porteouverte.problem.Wordless;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Ends connections that only cost: on which the head of a request does not arrive, byte by byte or
 * not at all, whose request does not end after its answer, and whose reader does not take an
 * answer. The server’s own idle time knows neither, for something does move. They are looked at on
 * their own event loops, so nothing is locked.
 */
@ApplicationScoped
class SlowConnections {
  private static final Logger LOG = Logger.getLogger(SlowConnections.class);
  private static final long EVERY_MILLIS = 500;
  private static final String NAME = "watch-connections";

  @Inject Vertx vertx;
  @Inject LimitSettings settings;
  private final List<Future<?>> looks = new ArrayList<>();

  void start(@Observes StartupEvent start) {
    everySoOften(((VertxInternal) vertx).getAcceptorEventLoopGroup(), SlowConnections::watch);
    everySoOften(vertx.nettyEventLoopGroup(), this::look);
  }

  void stop(@Observes ShutdownEvent stop) {
    looks.forEach(look -> look.cancel(false));
  }

  private void everySoOften(EventExecutorGroup loops, Consumer<Channel> look) {
    for (EventExecutor loop : loops) {
      looks.add(
          loop.scheduleWithFixedDelay(
              () -> each((SingleThreadEventLoop) loop, look),
              EVERY_MILLIS,
              EVERY_MILLIS,
              TimeUnit.MILLISECONDS));
    }
  }

  private static void each(SingleThreadEventLoop loop, Consumer<Channel> look) {
    List<Channel> open = new ArrayList<>();
    loop.registeredChannelsIterator().forEachRemaining(open::add);
    for (Channel channel : open) {
      try {
        look.accept(channel);
      } catch (RuntimeException unexpected) { // or nobody on this loop is looked at any more
        LOG.warn("A connection could not be looked at", Wordless.of(unexpected));
      }
    }
  }

  /** The door itself, once it is there: whoever comes in is watched from then on. */
  private static void watch(Channel channel) {
    if (channel instanceof ServerChannel && channel.pipeline().get(NAME) == null) {
      channel.pipeline().addFirst(NAME, new AtTheDoor());
    }
  }

  private void look(Channel channel) {
    ConnectionWatch watch = ConnectionWatch.of(channel);
    if (watch != null) {
      watch.look(settings.headWithin(), settings.bodyWithin(), settings.answerWithin());
    }
  }

  @Sharable
  private static final class AtTheDoor extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object arrived) {
      if (arrived instanceof Channel connection) {
        ConnectionWatch.begin(connection);
      }
      context.fireChannelRead(arrived);
    }
  }
}
