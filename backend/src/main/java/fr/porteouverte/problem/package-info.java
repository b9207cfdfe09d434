/**
 * Refusals: their catalogue, and the one place that turns them into {@code
 * application/problem+json}.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link ProblemException}, which every refusal extends, then {@link ProblemType} and
 * {@link ProblemMapper}.
 */
@NullMarked
package fr.porteouverte.problem;

import org.jspecify.annotations.NullMarked;
