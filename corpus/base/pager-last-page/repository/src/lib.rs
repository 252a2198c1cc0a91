//! Cutting lists into pages.

mod error;
mod page;

pub use error::PageError;
pub use page::{page_count, Page};
