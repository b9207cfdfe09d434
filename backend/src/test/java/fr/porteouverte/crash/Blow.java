package fr.porteouverte.crash;

import fr.porteouverte.support.FussyMailServer;
import fr.porteouverte.support.FussyMailServer.Taken;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One kill, and the mail server's part in it: it is the server that knows how far a mail is. */
final class Blow {
  /** Where the process is when it falls. */
  enum Moment {
    /** Bookings are committed, or just being committed; not one mail has begun. */
    firstAnswer,
    allAnswers,
    /** The server has heard for whom the mail is. */
    beforeMail,
    /** The server has the whole mail, and has not said that it takes it. */
    beforeEnd,
    /** The server has taken the mail; the process cannot have noted it yet, as a rule. */
    taken;

    boolean duringSending() {
      return this != firstAnswer && this != allAnswers;
    }
  }

  /** Of the mails that begin once people book, it is this one. */
  private static final int MAIL = 2;

  private final Product product;
  private final Moment moment;
  private final AtomicInteger mails = new AtomicInteger();
  private final CountDownLatch cancelledByHouse = new CountDownLatch(1);
  private volatile boolean armed;

  Blow(Product product, Moment moment) {
    this.product = product;
    this.moment = moment;
  }

  static Blow never(Product product) {
    return new Blow(product, Moment.taken);
  }

  void arm() {
    armed = true;
  }

  /** To a command of the process; null: hang up. */
  String answer(String line) {
    if (!moment.duringSending() && line.startsWith("EHLO")) {
      await();
      return null;
    }
    if (armed
        && (moment == Moment.beforeMail && line.equals("DATA")
            || moment == Moment.beforeEnd && line.equals("DATA."))
        && mails.incrementAndGet() == MAIL) {
      strike();
      return null;
    }
    return FussyMailServer.friendly(line);
  }

  void took(Taken mail) {
    if (armed && moment == Moment.taken && mails.incrementAndGet() == MAIL) {
      strike();
    }
  }

  void strike() {
    product.kill();
    cancelledByHouse.countDown();
  }

  void await() {
    try {
      if (!cancelledByHouse.await(30, TimeUnit.SECONDS)) {
        product.kill();
        throw new AssertionError("never came to " + moment);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
