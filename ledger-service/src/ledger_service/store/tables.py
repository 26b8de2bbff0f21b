from sqlmodel import SQLModel

METADATA = SQLModel.metadata
