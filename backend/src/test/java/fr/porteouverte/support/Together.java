package fr.porteouverte.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets many act at the same moment. */
public final class Together {
  private Together() {}

  /**
   * @return what each made, in the order given; the first failure fails the test
   */
  public static <T> List<T> run(List<Callable<T>> acts) {
    ExecutorService threads = Executors.newFixedThreadPool(acts.size());
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> act : acts) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return act.call();
                }));
      }
      start.countDown();
      List<T> made = new ArrayList<>();
      for (Future<T> one : running) {
        made.add(one.get());
      }
      return made;
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError(failure);
    } finally {
      threads.shutdownNow();
    }
  }
}
