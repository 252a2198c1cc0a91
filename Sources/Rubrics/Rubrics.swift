// Filled by the first rubric.
