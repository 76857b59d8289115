/** Model cards: what a model is for, what it is made of, how well it does and for whom, and when it ends. */
@NullMarked
package org.wayleave.model;

import org.jspecify.annotations.NullMarked;
