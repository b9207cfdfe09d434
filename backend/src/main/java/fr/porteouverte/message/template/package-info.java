/**
 * The words of mails and SMS: the product's own, and what a house says instead.
 *
 * <p>For the room {@code message} alone; may import what the room may.
 *
 * <p>Begin with {@link ProductTemplates}; the words themselves are in {@code
 * resources/message/templates_fr.properties} and {@code templates_en.properties}.
 */
@NullMarked
package fr.porteouverte.message.template;

import org.jspecify.annotations.NullMarked;
