"""The pygame window: screens, faces, sounds, and the kit they are built from."""
