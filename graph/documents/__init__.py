"""What users have (files, folders, collections, standard input) → Document, text kept character for character."""

from graph.documents.reading import read_documents

__all__ = ["read_documents"]
