"""The kit: widgets measured from their text, a painter, focus, input, an audit."""
