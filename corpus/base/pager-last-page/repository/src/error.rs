use std::fmt;

/// Why there is no such page.
#[derive(Debug, PartialEq, Eq)]
pub enum PageError {
    /// Pages are counted from 1.
    NumberIsZero,
    /// A page holds at least one row.
    SizeIsZero,
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PageError::NumberIsZero => write!(f, "page numbers start at 1"),
            PageError::SizeIsZero => write!(f, "a page holds at least one row"),
        }
    }
}

impl std::error::Error for PageError {}
