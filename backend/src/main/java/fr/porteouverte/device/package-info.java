/**
 * The keys of kiosks: made, told once, revoked.
 *
 * <p>May import: site.
 *
 * <p>Begin with {@link DeviceService}.
 */
@NullMarked
package fr.porteouverte.device;

import org.jspecify.annotations.NullMarked;
