package fr.porteouverte.outbox;

import fr.porteouverte.job.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Each one sends a batch after another, for a while. */
@ApplicationScoped
class OutboxLanes implements Lanes {
  /** Batches after which a lane is anybody's again. */
  static final int TURN = 5;

  @Inject Dispatcher dispatcher;
  @Inject OutboxSettings settings;

  @Override
  public String name() {
    return "outbox-lane";
  }

  @Override
  public int count() {
    return settings.lanes();
  }

  @Override
  public Duration pause() {
    return settings.every();
  }

  @Override
  public boolean run() {
    return dispatcher.run(TURN);
  }
}
