/** The catalogue of purposes, channels, topics, data elements, lawful bases and event contracts. */
@NullMarked
package org.wayleave.data.catalogue;

import org.jspecify.annotations.NullMarked;
