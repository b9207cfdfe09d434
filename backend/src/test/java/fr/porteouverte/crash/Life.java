package fr.porteouverte.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One life of the process, and how it ends.
 *
 * @param cancels whether a session is cancelled in it, besides what people book
 * @param after so long after the cancellation was asked for it is killed; null: at the moment
 */
record Life(Blow.Moment moment, boolean cancels, Duration after) {
  /** The end comes while people book, or while they are told that they have. */
  private static List<Life> booking(int times, Blow.Moment moment) {
    return Collections.nCopies(times, new Life(moment, false, null));
  }

  /** The end comes between the cancellation and the messages about it, or in the middle of one. */
  private static Life cancelling(Blow.Moment moment) {
    return new Life(moment, true, null);
  }

  /** The end comes in the middle of the cancellation. */
  private static Life cancelling(long millis) {
    return new Life(Blow.Moment.taken, true, Duration.ofMillis(millis));
  }

  /** Twenty. */
  static List<Life> all() {
    List<Life> lives = new ArrayList<>();
    lives.addAll(booking(3, Blow.Moment.firstAnswer));
    lives.addAll(booking(2, Blow.Moment.beforeMail));
    lives.add(cancelling(20));
    lives.addAll(booking(2, Blow.Moment.taken));
    lives.add(cancelling(100));
    lives.addAll(booking(3, Blow.Moment.allAnswers));
    lives.add(cancelling(200));
    lives.addAll(booking(2, Blow.Moment.beforeEnd));
    lives.add(cancelling(Blow.Moment.firstAnswer));
    lives.add(cancelling(Blow.Moment.beforeMail));
    lives.addAll(booking(1, Blow.Moment.taken));
    lives.add(cancelling(Blow.Moment.beforeEnd));
    lives.add(cancelling(Blow.Moment.taken));
    return lives;
  }

  boolean inTransaction() {
    return after != null;
  }

  /** Not one mail goes out in it. */
  boolean silent() {
    return !moment.duringSending();
  }
}
