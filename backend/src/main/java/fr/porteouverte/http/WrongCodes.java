package fr.porteouverte.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.porteouverte.problem.TooManyCodes;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Wrong short codes from one address, whatever they were to open. Each process counts for itself,
 * as {@link RateLimit} does; what must hold for all of them is counted where the code is checked.
 */
@ApplicationScoped
public class WrongCodes {
  @Inject LimitSettings settings;
  @Inject Client caller;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofHours(2)).build();

  public void requireSomeLeft() {
    Bucket bucket = bucket();
    if (bucket.getAvailableTokens() < 1) {
      throw new TooManyCodes(
          Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
    }
  }

  public void count() {
    bucket().tryConsume(1);
  }

  private Bucket bucket() {
    int most = settings.wrongCodesPerHourAndAddress();
    return buckets.get(
        caller.address(),
        address ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofHours(1)))
                .build());
  }
}
