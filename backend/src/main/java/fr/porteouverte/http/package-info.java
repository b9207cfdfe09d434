/**
 * What is the same for all of the API: pages, versions ({@code ETag}), limits, headers, fields read
 * by hand.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link FieldReader}, {@link Page} and {@link Etag}.
 */
@NullMarked
package fr.porteouverte.http;

import org.jspecify.annotations.NullMarked;
